/** A browser's storage without a browser: it outlives pages, not the process. */
export class MemoryStorage implements Storage {
  [name: string]: unknown;
  private readonly kept = new Map<string, string>();

  get length(): number {
    return this.kept.size;
  }

  clear(): void {
    this.kept.clear();
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null;
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
}
