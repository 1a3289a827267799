'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { cssVariables, theme } from './theme';

/**
 * Provides Mantine's theme to every page. `nonce` is that of this response's content security
 * policy, for styles written into the page: the first one is valid for as long as the document
 * lives, whatever later responses bring.
 */
export function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [firstNonce] = useState(nonce);
  // For the styles by which dialogs stop the page behind them from scrolling.
  if (typeof window !== 'undefined') setNonce(firstNonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => firstNonce}
    >
      <Notifications position="bottom-left" />
      {children}
    </MantineProvider>
  );
}
