import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { counted } from '@/components/annotate/deed-words';
import type { LabelCases } from '@/lib/adjudication/case-law/label-cases';
import { casesAddress } from './cases-ask';

/** The way from a label to the cases that teach it; nothing where there are none. */
export function LabelCasesLine({
  projectId,
  label,
  cases,
}: {
  projectId: string;
  label: string;
  cases: LabelCases | undefined;
}) {
  if (cases === undefined || cases.cases === 0) return null;
  const { examples, nearMisses } = cases;
  return (
    <Text size="sm">
      <Anchor component={Link} href={casesAddress(projectId, { label })} inherit underline="always">
        {counted(cases.cases, 'decided case')}
      </Anchor>
      {': '}
      <Anchor
        component={Link}
        href={casesAddress(projectId, { label, as: 'example' })}
        inherit
        underline="always"
      >
        {counted(examples, 'good example')}
      </Anchor>
      {', '}
      <Anchor
        component={Link}
        href={casesAddress(projectId, { label, as: 'near-miss' })}
        inherit
        underline="always"
      >
        {counted(nearMisses, 'near miss', 'near misses')}
      </Anchor>
    </Text>
  );
}
