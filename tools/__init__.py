"""Scripts for people who run or change the project; the project itself never imports them."""
