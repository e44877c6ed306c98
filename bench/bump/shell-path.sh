#!/bin/sh
# What gitops-bump replaces, as the steps of a job: clone, edit, commit, push, create the pull request.
set -eu
git clone --quiet --depth 1 "$REMOTE" gitops
cd "gitops/$OVERLAY"
kustomize edit set image "orders=$IMAGE"
if git diff --quiet; then exit 0; fi
git checkout --quiet -b "bump/orders-$SHA"
git commit --quiet --all --message "bump: orders $SHA"
git push --quiet origin HEAD
curl --silent --show-error --fail --output answer.json \
  --header "Authorization: Bearer $TOKEN" --header 'Content-Type: application/json' \
  --data "{\"title\":\"bump: orders $SHA\",\"head\":\"bump/orders-$SHA\",\"base\":\"main\"}" \
  "$API/repos/$REPOSITORY/pulls"
