# https://fastapi.tiangolo.com/tutorial/cors/
import json
import os
import sys
from pathlib import Path

from fastapi import FastAPI, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import StreamingResponse

ENDPOINTS = json.loads((Path(__file__).parent / "../exam/endpoints.json").read_text())
POLICY = json.loads(os.environ["CORSAC_POLICY"])

app = FastAPI()
handled = 0


def decline(reason):
    print(f"CORSAC: not applicable: {reason}", file=sys.stderr, flush=True)
    os._exit(64)


def has_star(value):
    return value == "*" or "*" in value


def list_of(value):
    return ["*"] if value == "*" else value


def add_cors():
    if has_star(POLICY["allowMethods"]):
        decline("CORSMiddleware takes '*' for the standard methods, not for every one.")
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list_of(POLICY["allowOrigins"]),
        allow_credentials=POLICY["allowCredentials"],
        allow_methods=["GET", "HEAD", "POST", *POLICY["allowMethods"]],
        allow_headers=list_of(POLICY["allowHeaders"]),
        expose_headers=list_of(POLICY["exposeHeaders"]),
        max_age=POLICY["maxAge"],
    )


def handler_of(endpoint):
    headers = dict(endpoint["headers"])
    body = "".join(endpoint["body"])

    def respond():
        global handled
        handled += 1
        if endpoint["behaviour"] == "throw":
            raise RuntimeError("The exam asked for an error")
        if endpoint["behaviour"] == "stream":
            return StreamingResponse(iter(endpoint["body"]), endpoint["status"], headers)
        return Response(body, endpoint["status"], headers)

    def count():
        return {"handled": handled}

    return count if endpoint["behaviour"] == "count" else respond


def own_options_of(endpoint):
    own = endpoint["ownOptions"]

    def answer():
        global handled
        handled += 1
        return Response(status_code=own["status"], headers=dict(own["headers"]))

    return answer


add_cors()
for each in ENDPOINTS:
    if each["behaviour"] in ("upgrade", "write-head"):
        continue
    app.add_api_route(each["path"], handler_of(each), methods=each["methods"])
    if "ownOptions" in each:
        app.add_api_route(each["path"], own_options_of(each), methods=["OPTIONS"])
