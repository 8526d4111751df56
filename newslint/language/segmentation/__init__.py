"""Where sentences (`sentences`), words (`word_sequence`, `tokens`) and numbers (`number_words`) begin and end."""
