'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { cssVariables, theme } from './theme';

/**
 * Gives every page its look. `nonce` is this answer's, for the styles that are written into it: the
 * first one holds for as long as the document lives, whatever later answers bring.
 */
export function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [held] = useState(nonce);
  // For the styles by which dialogs keep the page behind them from scrolling.
  if (typeof window !== 'undefined') setNonce(held);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => held}
    >
      <Notifications position="bottom-left" />
      {children}
    </MantineProvider>
  );
}
