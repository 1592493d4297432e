"""From capitals to names: titles, roles, bodies, and which names are the same."""
