"""Bang Giao: who reacted how, how many were hurt, who met whom, read from Vietnamese news. Run: `streamlit run dashboard.py`."""

from lib.ui import shell

shell.run()
