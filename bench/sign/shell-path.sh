#!/bin/sh
# What cosign-sign replaces, as it is typed in a job, with the verifications that should stand behind it.
set -eu
IDENTITY="--certificate-identity=$SUBJECT --certificate-oidc-issuer=$ISSUER"
# shellcheck disable=SC2086 # several flags in one variable
{
  cosign sign --yes --recursive $FORMAT $SERVICES $TRUST "$REPOSITORY@$INDEX"
  cosign attest --yes --type spdxjson --predicate "$SBOM" $FORMAT $SERVICES $TRUST "$REPOSITORY@$INDEX"
  cosign attest --yes --type "$PROOF_TYPE" --predicate "$PROOF" $FORMAT $SERVICES $TRUST "$REPOSITORY@$INDEX"
  for digest in $DIGESTS; do
    cosign verify $IDENTITY $VERIFY $TRUST "$REPOSITORY@$digest"
  done
  cosign verify-attestation --type spdxjson $IDENTITY $VERIFY $TRUST "$REPOSITORY@$INDEX"
  cosign verify-attestation --type "$PROOF_TYPE" $IDENTITY $VERIFY $TRUST "$REPOSITORY@$INDEX"
} >/dev/null
