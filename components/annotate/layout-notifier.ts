/** Tells whoever listens that marks may lie elsewhere now. */
export type LayoutNotifier = {
  /** `atOnce` where somebody waits for what follows from it; else with the next frame. */
  notify(this: void, atOnce?: boolean): void;
  listen(this: void, listener: (atOnce: boolean) => void): () => void;
};

/** A bell that nobody listens to yet. */
export function newLayoutNotifier(): LayoutNotifier {
  const listeners = new Set<(atOnce: boolean) => void>();
  return {
    notify: (atOnce = false) => listeners.forEach((listener) => listener(atOnce)),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
