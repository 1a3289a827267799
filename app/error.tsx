'use client';

import { Button } from '@mantine/core';
import { DeadEnd } from '@/components/ui/dead-end';

export default function PageFailed() {
  return (
    <DeadEnd
      title="This page could not be shown"
      action={<Button onClick={() => window.location.reload()}>Try again</Button>}
    >
      Something broke on our side, or the server cannot reach its database just now. What you saved
      is safe, and highlights that wait to be sent are kept in this browser.
    </DeadEnd>
  );
}
