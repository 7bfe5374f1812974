"""About the data: what it is, how it is made, what its words mean, where it ends."""

from lib.ui import about, heading
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The method, the measured quality, the articles read and refused, the ontology, the limits."""
    heading.draw(frame, "about")
    about.method(frame)
    about.measured(frame)
    about.articles(frame)
    about.ontology_table(frame)
    about.limits(frame)


show(body)
