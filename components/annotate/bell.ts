/** Tells whoever listens that marks may lie elsewhere now. */
export type Bell = { ring(this: void): void; listen(this: void, listener: () => void): () => void };

/** A bell that nobody listens to yet. */
export function newBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring: () => listeners.forEach((listener) => listener()),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
