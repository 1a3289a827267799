import { MantineContext } from '@mantine/core';
import { use } from 'react';

/** Rules that a page makes as it runs, as a style element that the page's content security policy lets in. */
export function PageStyle({ children }: { children: string }) {
  const nonce = use(MantineContext)?.getStyleNonce?.();
  return <style nonce={nonce}>{children}</style>;
}
