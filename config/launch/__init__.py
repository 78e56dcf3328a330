"""One command runs everything on one machine: PostgreSQL, web, worker and beat.

folder.py    what is kept in .dev/, and who may use it
postgres.py  the embedded server
processes.py children that never outlive their parent
site.py      `make run`
__main__.py  `python -m config.launch`

Nothing here imports Django: the settings need a database address, and this makes it.
"""
