import { startTransition, useEffect, useState } from 'react';
import type { Compared } from '@/components/workbench/comparing';
import { compare } from '@/components/workbench/comparing';
import type { TaggedLayer } from '@/components/workbench/layer-index';

/** Goes on in a task of its own, after what waits has been done. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));

/**
 * The readings laid beside each other; null until it is known the first time. It is found out once
 * the article is on the screen; while others are switched on, what was known stays.
 */
export function useCompared(layers: readonly TaggedLayer[]): Compared<TaggedLayer> | null {
  const [compared, set] = useState<Compared<TaggedLayer> | null>(null);
  useEffect(() => {
    let isLeft = false;
    const find = async () => {
      // A page in the background makes no frames, and need not.
      if (document.visibilityState === 'visible') await frame();
      await nextTask();
      const found = isLeft
        ? null
        : await compare(layers, async () => {
            await nextTask();
            if (isLeft) throw new Error('Other readings are compared now.');
          }).catch(() => null);
      if (found !== null && !isLeft) startTransition(() => set(found));
    };
    void find();
    return () => {
      isLeft = true;
    };
  }, [layers]);
  return compared;
}
