'use client';

import { DeadEnd } from '@/components/ui/page';
import { Button } from '@mantine/core';

export default function PageFailed() {
  return (
    <DeadEnd
      title="This page could not be shown"
      action={<Button onClick={() => window.location.reload()}>Try again</Button>}
    >
      Something failed on the server, or it cannot reach its database at the moment. Saved work is
      safe, and changes that are waiting to be sent are stored in this browser.
    </DeadEnd>
  );
}
