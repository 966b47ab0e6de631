const restMs = 2_000;

/**
 * Fetches a piece of the client, for as long as the server is away. Fails only where the server answers and has no such
 * piece: this page is older than what it serves.
 */
export async function patiently<Piece>(load: () => Promise<Piece>): Promise<Piece> {
  for (let isThere = false; ;) {
    try {
      return await load();
    } catch (error) {
      if (isThere) throw error;
      isThere = await fetch('/', { method: 'HEAD' }).then(
        () => true,
        () => false,
      );
      if (!isThere) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }
}
