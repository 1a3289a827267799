import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';

/** How this reader likes the article; kept in the browser. */
export type DisplaySettings = {
  size: 'small' | 'medium' | 'large' | 'largest';
  /** Whether marks begin with their label's letters. */
  letterTags: boolean;
  /** Whether letters, digits and signs on their own do something. */
  singleKeys: boolean;
};

/** The article's text in px. */
export const textSizes: Record<DisplaySettings['size'], number> = {
  small: 17,
  medium: 19,
  large: 22,
  largest: 26,
};

const usual: DisplaySettings = { size: 'medium', letterTags: false, singleKeys: true };

function readSettings(stored: string | undefined): DisplaySettings {
  try {
    const known: unknown = JSON.parse(stored ?? '{}');
    const settings = { ...usual, ...(typeof known === 'object' ? known : {}) };
    return settings.size in textSizes ? settings : usual;
  } catch {
    return usual;
  }
}

/** The reader's settings, and how to change some of them. */
export function useDisplaySettings(): [
  DisplaySettings,
  (change: Partial<DisplaySettings>) => void,
] {
  const [settings, set] = useLocalStorage<DisplaySettings>({
    key: 'parallax-display',
    defaultValue: usual,
    deserialize: readSettings,
  });
  const change = useCallback(
    (changed: Partial<DisplaySettings>) => set((before) => ({ ...before, ...changed })),
    [set],
  );
  return [settings, change];
}
