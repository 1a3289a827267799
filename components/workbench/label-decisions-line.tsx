import type { LabelDecisionCounts } from '@/lib/adjudication/decision-log/decision-log';
import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { counted } from '@/components/ui/format-text';
import { decisionsAddress } from './decisions-query';

/** Links from a label to its decisions; nothing where there are none. */
export function LabelDecisionsLine({
  projectId,
  label,
  decisionCounts,
}: {
  projectId: string;
  label: string;
  decisionCounts: LabelDecisionCounts | undefined;
}) {
  if (decisionCounts === undefined || decisionCounts.decisions === 0) return null;
  const { examples, nearMisses } = decisionCounts;
  return (
    <Text size="sm">
      <Anchor
        component={Link}
        href={decisionsAddress(projectId, { label })}
        inherit
        underline="always"
      >
        {counted(decisionCounts.decisions, 'decision')}
      </Anchor>
      {': '}
      <Anchor
        component={Link}
        href={decisionsAddress(projectId, { label, as: 'example' })}
        inherit
        underline="always"
      >
        {counted(examples, 'good example')}
      </Anchor>
      {', '}
      <Anchor
        component={Link}
        href={decisionsAddress(projectId, { label, as: 'near-miss' })}
        inherit
        underline="always"
      >
        {counted(nearMisses, 'near miss', 'near misses')}
      </Anchor>
    </Text>
  );
}
