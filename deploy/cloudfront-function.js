/**
 * CloudFront function, on "viewer request": S3 knows no index pages, so `/courses/` becomes `/courses/index.html`, and
 * `/courses` leads to `/courses/`.
 */
function handler(event) {
  const request = event.request;
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
    return request;
  }
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.includes('.')) return request;
  // Two slashes at the start would send the browser to another site.
  const location = `/${request.uri.replace(/^\/+/, '')}/`;
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
}
