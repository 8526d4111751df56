"""Where sentences (`sentences`) and words (`word_sequence`, `tokens`) begin and end."""
