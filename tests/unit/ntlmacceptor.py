# SPDX-FileCopyrightText: 2026 The Reserve Console authors
# SPDX-License-Identifier: MIT
"""The server's side of NTLM by GSSAPI and gss-ntlmssp, an implementation that shares nothing with ours.

Reads lines "<connection> <file of the server's certificate, DER, or -> <token in base64>" and answers each with one:
"continue <token in base64>", "done <who>" or "refused <why>". The accounts are those of the file in NTLM_USER_FILE
(lines "DOMAIN:user:password"). The channel binding is that of RFC 5929 for a certificate signed with SHA-256.
"""
import base64
import hashlib
import sys

import gssapi
from gssapi.raw import ChannelBindings

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")


def begin(certificate):
    bindings = None
    if certificate != "-":
        with open(certificate, "rb") as file:
            end_point = b"tls-server-end-point:" + hashlib.sha256(file.read()).digest()
        bindings = ChannelBindings(application_data=end_point)
    credentials = gssapi.Credentials(usage="accept", mechs=[NTLM])
    return gssapi.SecurityContext(creds=credentials, usage="accept", channel_bindings=bindings)


def step(contexts, connection, certificate, token):
    # A new message of type 1 begins anew, as it does on a connection of Windows.
    if token[8:9] == b"\x01":
        contexts[connection] = begin(certificate)
    context = contexts[connection]
    answer = context.step(token)
    if context.complete:
        return "done " + str(context.initiator_name).rstrip("\0")
    return "continue " + base64.b64encode(answer).decode()


def main():
    # Fails here, before anything is asked, where gss-ntlmssp is missing.
    begin("-")
    print("ready", flush=True)
    contexts = {}
    for line in sys.stdin:
        connection, certificate, token = line.split()
        try:
            print(step(contexts, connection, certificate, base64.b64decode(token)), flush=True)
        except Exception as error:  # whatever it is, it is a refusal
            print("refused " + " ".join(str(error).split()), flush=True)


main()
