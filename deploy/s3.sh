#!/bin/sh
# Uploads dist/ to a bucket, with how long each file may be kept:
#
#   deploy/s3.sh s3://my-bucket E2EXAMPLE
#
# The second word is the CloudFront distribution whose copies are then dropped; without it none are.
set -eu
bucket=${1:?name the bucket, like s3://my-bucket}
distribution=${2:-}
folder=${FOLDER:-dist}

# What pages need comes before the pages. Old hashed files stay: a page that is still open may ask for them.
aws s3 sync "$folder/_astro" "$bucket/_astro" --cache-control 'public, max-age=31536000, immutable'
aws s3 sync "$folder/catalog" "$bucket/catalog" --delete --cache-control 'public, max-age=300, must-revalidate'
aws s3 sync "$folder" "$bucket" --delete --cache-control 'no-cache' \
  --exclude '_astro/*' --exclude 'catalog/*' --exclude '_headers' --exclude 'sw.js'
# The service worker last: it fetches what is new.
if [ -f "$folder/sw.js" ]; then
  aws s3 cp "$folder/sw.js" "$bucket/sw.js" --cache-control 'no-cache' --content-type 'text/javascript; charset=utf-8'
fi

if [ -n "$distribution" ]; then
  aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
fi
