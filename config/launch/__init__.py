"""One command runs everything on one machine: PostgreSQL, web, worker and beat.

folder.py    what is kept in .dev/, and who may use it
postgres.py  the embedded server
reach.py     which user runs it, and what that user can reach
processes.py children that never outlive their parent
services.py  web, worker and beat: the same commands here and in docker-compose.yml
site.py      `make run`
command.py   a database for `manage.py`
probe.py     is a service well?
__main__.py  `python -m config.launch`

Nothing here imports Django: the settings need a database address, and this makes it.
"""
