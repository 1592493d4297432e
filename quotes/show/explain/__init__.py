"""Why a quote is what it is: a record in, plain words out. Changes nothing that is found."""
