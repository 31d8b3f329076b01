/** Listens on a free port of loopback and returns it. */
export async function listening(server, port = 0) {
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server.address().port;
}

export async function closing(server) {
  server.closeAllConnections?.();
  await new Promise((resolve) => server.close(resolve));
}
