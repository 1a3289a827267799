import { MantineContext } from '@mantine/core';
import { use } from 'react';

/**
 * CSS rules made at run time, in a style element with the nonce of the page's content security
 * policy.
 */
export function PageStyle({ children }: { children: string }) {
  const nonce = use(MantineContext)?.getStyleNonce?.();
  return <style nonce={nonce}>{children}</style>;
}
