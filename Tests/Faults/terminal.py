"""A terminal that a harness reads and types at: the program runs in it as in a window."""

import fcntl, os, pty, select, struct, termios, time
from harness import *


class Terminal:
    def __init__(self, store):
        self.seen = b""
        pid, self.fd = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execv(MDT, [MDT, "--store", store])
        self.pid = pid
        self.size(40, 120)

    def size(self, rows, columns):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return
            if not data:
                return
            self.seen += data
            seconds = 0

    def wait(self, text, patience=30):
        end = time.monotonic() + patience
        while text.encode() not in self.seen:
            if time.monotonic() > end:
                raise Ended(f"{text!r} did not appear: {self.seen[-300:]}")
            self.read(0.05)

    def keys(self, text):
        os.write(self.fd, text.encode())

    def after(self, keys, text):
        self.seen = b""
        self.keys(keys)
        self.wait(text)
