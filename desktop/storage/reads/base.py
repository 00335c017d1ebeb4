"""What the modules of questions share."""

from sqlalchemy import Connection


class Questions:
    """Has the connection that a question is asked on."""

    connection: Connection
