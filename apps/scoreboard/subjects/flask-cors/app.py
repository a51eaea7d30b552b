# https://flask-cors.readthedocs.io/en/latest/configuration.html: `resources` for single paths, `automatic_options` as it is.
import json
import logging
import os
import re
import sys
from pathlib import Path

from flask import Flask, Response, jsonify, request
from flask_cors import CORS

ENDPOINTS = json.loads((Path(__file__).parent / "../exam/endpoints.json").read_text())
POLICY = json.loads(os.environ["CORSAC_POLICY"])

app = Flask(__name__)
handled = 0


def decline(reason):
    print(f"CORSAC: not applicable: {reason}", file=sys.stderr, flush=True)
    os._exit(64)


def list_of(value):
    return ["*"] if value == "*" else value


def origin_of(origin):
    # What has brackets is a regular expression for Flask-CORS.
    return f"^{re.escape(origin)}$" if "[" in origin else origin


def options_of(policy):
    origins = list_of(policy["allowOrigins"])
    if "*" in policy["allowMethods"]:
        decline("Flask-CORS knows no wildcard for methods.")
    return {
        "origins": "*" if "*" in origins else [origin_of(origin) for origin in origins],
        "send_wildcard": True,
        "supports_credentials": policy["allowCredentials"],
        "methods": ["GET", "HEAD", "POST", *policy["allowMethods"]],
        "allow_headers": list_of(policy["allowHeaders"]),
        "expose_headers": list_of(policy["exposeHeaders"]),
        # Of the forms that it takes, the one that can say 0.
        "max_age": str(policy["maxAge"]),
    }


def add_cors():
    routes = POLICY["routes"]
    closed = "".join(f"(?!{re.escape(path)}$)" for path, policy in routes.items() if policy is False)
    resources = {path: options_of(policy) for path, policy in routes.items() if policy is not False}
    CORS(app, resources={**resources, f"^{closed}/.*$": options_of(POLICY)})


def view_of(endpoint):
    headers = dict(endpoint["headers"])

    def view():
        global handled
        if endpoint["behaviour"] == "count":
            return jsonify(handled=handled)
        handled += 1
        if request.method == "OPTIONS":
            return Response(status=endpoint["ownOptions"]["status"], headers=dict(endpoint["ownOptions"]["headers"]))
        if endpoint["behaviour"] == "throw":
            raise RuntimeError("The exam asked for an error")
        body = iter(endpoint["body"]) if endpoint["behaviour"] == "stream" else "".join(endpoint["body"])
        return Response(body, status=endpoint["status"], headers=headers)

    return view


add_cors()
for each in ENDPOINTS:
    if each["behaviour"] not in ("upgrade", "write-head"):
        methods = [*each["methods"], *(["OPTIONS"] if "ownOptions" in each else [])]
        app.add_url_rule(each["path"], each["path"], view_of(each), methods=methods)
for name in ("werkzeug", app.name):
    logging.getLogger(name).disabled = True
app.run(host="127.0.0.1", port=int(os.environ["PORT"]), threaded=True)
