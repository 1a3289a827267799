import { useCallback, useState } from 'react';

/** What was said last; `turn` tells two equal sentences apart. */
export type Said = { words: string; turn: number };

/** Says what was done to those who do not see it, one sentence after the other. */
export function useAnnouncer(): { said: Said; announce: (words: string) => void } {
  const [said, setSaid] = useState<Said>({ words: '', turn: 0 });
  const announce = useCallback(
    (words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })),
    [],
  );
  return { said, announce };
}
