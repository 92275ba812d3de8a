#!/usr/bin/env python3
"""bezahl_rules.py API.yaml < exchanges: judges calls and answers by a description of the bezahl.de order API (OpenAPI 3).

One exchange per line of standard input, as JSON: method, path, query, token, key, type, status, body, answer (see BezahlPeer::exchanges()).
Prints one line per violation and "N exchanges, M violations"; exits 1 when there is any.
Judged: path and method are described; the token is there; every POST carries a key; a body is what the schema wants (types, required members,
dates, whole cents) and names no member the schema does not know; an answer of 2xx to a described shape has the right types."""
import json
import re
import sys

import yaml

BASE = "/nxt/v1"
DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
# Bodies that the description only words in a summary, as a schema of the same form.
WORDED = {
    "/order/{id}/hide": {"required": ["closed"], "properties": {"closed": {"type": "boolean"}}},
    "/order/{id}/recipient": {"required": ["recipient"], "properties": {"recipient": {"type": "object", "required": ["email"], "properties": {"email": {"type": "string"}}}}},
    "/order/{id}/recipient/delete": {"required": ["email"], "properties": {"email": {"type": "string"}}},
    "/order/{id}/update/price": {"required": ["price", "assets"], "properties": {"price": {"type": "integer"}, "assets": {"type": "array", "items": {"$ref": "#/components/schemas/Asset"}}}},
}
WEBHOOK = {"post": ["orgId", "url", "secret"], "delete": ["orgId", "id"]}
ORDER_ANSWERS = {("get", "/order/{id}"), ("post", "/order"), ("post", "/order/plan")}


class Judge:
    def __init__(self, api):
        self.api = api
        self.paths = {}
        for path, methods in api["paths"].items():
            pattern = re.compile("^" + re.sub(r"\{[^}]+\}", r"[A-Za-z0-9_~.%-]+", path) + "$")
            self.paths[path] = (pattern, methods)

    def find(self, path):
        """The described path; one without a variable goes before one with."""
        fitting = [name for name, (pattern, _) in self.paths.items() if pattern.match(path)]
        return min(fitting, key=lambda name: name.count("{"), default=None)

    def resolve(self, schema):
        while "$ref" in schema:
            node = self.api
            for part in schema["$ref"].removeprefix("#/").split("/"):
                node = node[part]
            schema = node
        return schema

    def check(self, value, schema, where, strict):
        schema = self.resolve(schema)
        kind = schema.get("type", "object" if "properties" in schema else None)
        if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
            yield f"{where}: {type(value).__name__} instead of {kind}"
            return
        if schema.get("format") == "date" and not DATE.match(value):
            yield f"{where}: no date"
        if kind == "object":
            properties = schema.get("properties", {})
            for name in schema.get("required", []):
                if name not in value:
                    yield f"{where}: {name} is missing"
            for name, inner in value.items():
                if name in properties:
                    yield from self.check(inner, properties[name], f"{where}.{name}", strict)
                elif strict and properties and schema.get("additionalProperties") is not True:
                    yield f"{where}: {name} is not described"
        if kind == "array":
            for i, inner in enumerate(value):
                yield from self.check(inner, schema.get("items", {}), f"{where}[{i}]", strict)

    def schema_of(self, path, method, operation):
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if body is None:
            return WORDED.get(path)
        if path == "/order":   # a simple order takes what the order of a plan takes
            create, order = self.resolve(body), self.api["components"]["schemas"]["OrderBody"]
            return {"type": "object", "required": create["required"], "properties": {**order["properties"], **create["properties"]}}
        return body

    def judge(self, x):
        method, path = x["method"].lower(), x["path"]
        if not path.startswith(BASE + "/"):
            yield "outside of the base path"
            return
        if not x["token"]:
            yield "no NX-Token"
        if method == "post" and not x["key"]:
            yield "a POST without a key"
        name = self.find(path.removeprefix(BASE))
        operation = self.paths[name][1].get(method) if name else None
        if operation is None:
            yield "is not described"
            return
        if method in ("post", "delete") and not name.endswith("/attachment"):
            yield from self.body(x, name, method, operation)
        if name in ("/order", "/webhook") and method == "get" and "orgId=" not in x["query"]:
            yield "no orgId in the query"
        if 200 <= x["status"] < 300:
            yield from self.answer(x, name, method)

    def body(self, x, name, method, operation):
        if x["type"] != "application/json":
            yield f"sent as {x['type'] or 'nothing'}"
        try:
            body = json.loads(x["body"])
        except ValueError:
            yield "body is no JSON"
            return
        if name == "/webhook":
            yield from (f"body: {m} is missing" for m in WEBHOOK[method] if not isinstance(body.get(m), str))
            return
        schema = self.schema_of(name, method, operation)
        if schema is None:
            yield "has a body nobody described"
        else:
            yield from self.check(body, schema, "body", strict=True)

    def answer(self, x, name, method):
        try:
            answer = json.loads(x["answer"])
        except ValueError:
            yield "answer is no JSON"
            return
        schemas = self.api["components"]["schemas"]
        if (method, name) in ORDER_ANSWERS:
            order = answer.get("order") or answer.get("data") or answer
            yield from self.check(order, {**schemas["Order"], "required": ["id", "status"]}, "answer", strict=False)
            if not re.match(r"^[A-Za-z0-9_-]{9,10}$", str(order.get("id"))):
                yield "answer.id: no short id"
        elif method == "post" and name not in ("/webhook",):
            yield from self.check(answer, {**schemas["Ack"], "required": ["responsekey", "responsemessage"]}, "answer", strict=False)


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        judge = Judge(yaml.safe_load(file))
    exchanges = violations = 0
    for line in sys.stdin:
        x = json.loads(line)
        exchanges += 1
        for violation in judge.judge(x):
            violations += 1
            print(f"{x['method']} {x['path']}: {violation}")
    print(f"{exchanges} exchanges, {violations} violations")
    return 1 if violations or not exchanges else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
