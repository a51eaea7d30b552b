# https://fastapi.tiangolo.com/tutorial/cors/
import json
import os
import re
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


def is_pattern(origin):
    return "://*." in origin or origin.endswith(":*")


def source_of(pattern):
    default_port = 443 if pattern.startswith("https:") else 80
    number = r"[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]"
    source = re.escape(pattern).replace(r"://\*\.", "://(?:[a-z0-9_-]+[.])+")
    source = source.removesuffix(r":\*") + (f"(?::(?!{default_port}$)(?:{number}))?" if source.endswith(r":\*") else "")
    # No name of a host is longer than 253 characters.
    return f"(?=.{{1,300}}$){source}"


def add_cors():
    origins = list_of(POLICY["allowOrigins"])
    patterns = [source_of(origin) for origin in origins if is_pattern(origin)]
    if has_star(POLICY["allowMethods"]):
        decline("CORSMiddleware takes '*' for the standard methods, not for every one.")
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"] if "*" in origins else [origin for origin in origins if not is_pattern(origin)],
        allow_origin_regex="|".join(patterns) or None,
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
    if each["behaviour"] == "upgrade":
        continue
    app.add_api_route(each["path"], handler_of(each), methods=each["methods"])
    if "ownOptions" in each:
        app.add_api_route(each["path"], own_options_of(each), methods=["OPTIONS"])
