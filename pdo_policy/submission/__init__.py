"""What may be submitted, as pydantic models; authoring only: nothing on the path of a check imports this room."""
