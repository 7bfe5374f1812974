"""A view of the tables to a plotly or pydeck figure; no Streamlit here."""
