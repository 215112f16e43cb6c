/** What another did about a person's password. `byName` is null for the operator, `usedAt` while the link was not used. */
export type SecurityNotice = {
  id: string;
  byName: string | null;
  createdAt: Date;
  usedAt: Date | null;
  seenAt: Date | null;
};
