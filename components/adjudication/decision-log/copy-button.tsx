import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '@/components/ui/copy-text';

type State = 'ready' | 'copied' | 'failed';

/** Puts what `text` gives on the clipboard, and says so. */
export function CopyButton({ name, text }: { name: string; text: () => string }) {
  const [state, setState] = useState<State>('ready');
  const copy = async () => setState((await copyText(text())) ? 'copied' : 'failed');
  const labels = { ready: name, copied: 'Copied', failed: 'The browser did not let us copy' };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={
        state === 'copied' ? (
          <IconCheck size={14} aria-hidden />
        ) : (
          <IconCopy size={14} aria-hidden />
        )
      }
      onClick={() => void copy()}
      onBlur={() => setState('ready')}
    >
      <span aria-live="polite">{labels[state]}</span>
    </Button>
  );
}
