"""Files become one Corpus: ids, links, attachments, signers, waivers. Reads no YAML."""
