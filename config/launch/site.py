"""`make run`: the whole site on this machine, until Ctrl-C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from config.launch import environment, services
from config.launch.folder import PROJECT, Busy, DevFolder, Running
from config.launch.postgres import EmbeddedPostgres, ServerFailed
from config.launch.processes import (
    Child,
    ChildDied,
    Stopped,
    StopRequest,
    die_with_parent,
    follow_make,
    stop_all,
)

ADMINISTRATOR = "admin"


class CannotStart(Exception):
    """Something in the way, and a sentence about it."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


class Site:
    """The parts in the order of their start; stop() takes them down in reverse."""

    def __init__(self, folder: DevFolder, port: int) -> None:
        self.folder = folder
        self.port = port
        self.address = f"http://{environment.LOCAL}:{port}/"
        self.stop_request = StopRequest()
        self.postgres: EmbeddedPostgres | None = None
        self.children: list[Child] = []

    def run(self) -> int:
        """Run until a signal or a fault, and return the exit status."""
        self.stop_request.listen()
        try:
            self.start()
            while True:
                self.watch()
                time.sleep(0.3)
        except Stopped:
            say("\nStopping.")
            return 0
        except (Busy, CannotStart, ChildDied, ServerFailed) as fault:
            print(fault, file=sys.stderr, flush=True)
            return 1
        finally:
            self.stop()

    def start(self) -> None:
        began = time.monotonic()
        self.folder.lock(Running("make run", os.getpid(), address=self.address))
        self.check_port()
        environment.complete(self.folder)
        self.start_database()
        self.prepare()
        self.start_services()
        self.await_answer()
        say(
            f"\nBalance runs at {self.address} ({time.monotonic() - began:.0f} s). Ctrl-C stops it."
        )
        self.say_how_to_sign_in()

    def check_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((environment.LOCAL, self.port))
            except OSError as error:
                raise CannotStart(
                    f"Port {self.port} cannot be used: {error.strerror}. "
                    f"Stop what uses it, or choose another: PORT={self.port + 1} make run"
                ) from error

    def start_database(self) -> None:
        if not os.environ.get("DATABASE_URL"):
            data, log = self.folder.path / "postgres", self.folder.logs / "postgres.log"
            self.postgres = EmbeddedPostgres(data, log=log)
            self.postgres.start(check=self.stop_request.check)
            os.environ["DATABASE_URL"] = self.postgres.url
            say("PostgreSQL is up.")
        database_url = os.environ["DATABASE_URL"] if self.postgres else ""
        self.folder.announce(Running("make run", os.getpid(), database_url, self.address))

    def prepare(self) -> None:
        """Migrate, fill an empty database, make the first administrator: one process."""
        self.password_before = self.password()
        command = [sys.executable, "manage.py", "prepare", "--demo", "--static"]
        command += ["--administrator", ADMINISTRATOR]
        command += ["--password-file", str(self.folder.admin_password)]
        process = subprocess.Popen(
            command,
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGKILL),  # noqa: PLW1509  # No threads here.
        )
        self.children.append(Child("prepare", process, Path(os.devnull)))
        while process.poll() is None:
            self.watch_database()
            time.sleep(0.05)
        self.children.clear()
        if process.returncode:
            raise CannotStart("The database could not be prepared; the reason is above.")

    def start_services(self) -> None:
        # When the launcher is killed the database goes as well, and Celery may wait for it for
        # ever. Its task is given out again. The web server has workers to take along.
        at_death = {"worker": signal.SIGKILL, "beat": signal.SIGKILL}
        for name in services.SERVICES:
            child = Child.start(
                name,
                [sys.executable, "-m", "config.launch", name],
                log=self.folder.logs / f"{name}.log",
                env=os.environ | {"PORT": str(self.port)},
                cwd=PROJECT,
                at_parents_death=at_death.get(name, signal.SIGTERM),
            )
            self.children.append(child)

    def await_answer(self) -> None:
        deadline = time.monotonic() + 60
        while not self.is_alive():
            self.watch()
            if time.monotonic() > deadline:
                web = next(child for child in self.children if child.name == "web")
                raise CannotStart(f"The web server does not answer. {web.log}:\n{web.tail()}")
            time.sleep(0.1)

    def is_alive(self) -> bool:
        connection = http.client.HTTPConnection(environment.LOCAL, self.port, timeout=5)
        try:
            connection.request("GET", "/livez")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def password(self) -> str:
        file = self.folder.admin_password
        return file.read_text().strip() if file.exists() else ""

    def say_how_to_sign_in(self) -> None:
        file = self.folder.admin_password
        if not self.password():
            say(f"Editing: {self.address}admin/ with an account of that database.")
        elif self.password() == self.password_before:
            say(f"Editing: {self.address}admin/ as {ADMINISTRATOR}; the password is in {file}")
        else:
            say(f"Editing: {self.address}admin/ as {ADMINISTRATOR} with {self.password()}")
            say(f"That password was made just now; it is kept in {file}, for your eyes only.")

    def watch(self) -> None:
        """Raise if there was a signal, or if a part has ended."""
        self.watch_database()
        for child in self.children:
            child.check()

    def watch_database(self) -> None:
        self.stop_request.check()
        if self.postgres and self.postgres.process:
            Child("PostgreSQL", self.postgres.process, self.postgres.log).check()

    def stop(self) -> None:
        stop_all(self.children, patience=10, hurry=self.stop_request)
        if self.postgres:
            self.postgres.stop()
        self.folder.unlock()


def run() -> int:
    """Run the site of this checkout."""
    follow_make()
    try:
        port = environment.port()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return Site(DevFolder.of_project(), port).run()
