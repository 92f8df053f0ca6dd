"""What is sent to the server and what it sends: the JSON contract as types, from which its description is made."""
