"""Bang Giao: who reacted how, how many were hurt, who met whom, read from Vietnamese news. Run: `streamlit run dashboard.py`."""

from lib.ui import shell

if __name__ == "__main__":  # a worker process of the coder imports the script that started it, and must not draw it
    shell.run()
