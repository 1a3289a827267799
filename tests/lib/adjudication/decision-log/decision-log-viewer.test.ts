import { expect, test } from '@jest/globals';
import { decisionLogViewer } from '@/lib/adjudication/decision-log/decision-log-viewer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  expect(await refused(decisionLogViewer(await aPerson(), projectId))).toMatchObject({
    reason: 'absent',
  });
});

test('an analyst reads the cases of what they have submitted', async () => {
  const { projectId } = await aProject({ blind: 'closed', hideSource: true });
  const analyst = await aMember(projectId, 'analyst');
  const { logViewer: reader, membership } = await decisionLogViewer(analyst, projectId);
  expect(reader).toMatchObject({ projectId, userId: analyst.userId });
  expect(reader.open.whole).not.toContain('submitted none plain submitted');
  expect(reader.open.consensus).toContain('submitted none plain submitted');
  expect(reader.open.consensus).not.toContain('submitted none plain open');
  expect(reader.open.own).toContain('submitted none plain open');
  expect(reader.open.own).not.toContain('open none plain submitted');
  expect(membership.role).toBe('analyst');
});
