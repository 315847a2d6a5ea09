"""An example plugin in Python: one request a line on stdin, one answer a line on stdout (JSON-RPC 2.0)."""

import json
import sys


def rank(params):
    """Unpaid invoices, the most pressing first: what is owed times the weeks it is late."""
    rows = []
    for facture in params["factures"]:
        weeks = max(0, facture["jours_de_retard"]) / 7
        score = round(facture["reste_centimes"] * (1 + weeks))
        raison = "en retard" if weeks > 0 else "pas encore due"
        rows.append({"id": facture["id"], "score": score, "raison": raison})
    return {"ordre": sorted(rows, key=lambda row: (-row["score"], row["id"]))}


def answer(method, params):
    if method == "initialize":
        return {"api": 1}
    if method == "call" and params["method"] == "classer":
        return rank(params["params"])
    raise LookupError("method not found")


# The end of stdin is the product's end: the loop ends, and the process with it.
for line in sys.stdin:
    request = json.loads(line)
    reply = {"jsonrpc": "2.0", "id": request["id"]}
    try:
        reply["result"] = answer(request["method"], request.get("params") or {})
    except (LookupError, TypeError, ValueError) as error:
        reply["error"] = {"code": -32601 if isinstance(error, LookupError) else -32602, "message": str(error)}
    print(json.dumps(reply), flush=True)
