"""Why a quote is what it is, and what changed between two runs: records in, plain words out."""
