/** Folds a wire name so that `company id`, `company_id`, `Company-ID` and `companyId` are one key. */
export function foldName(name: string): string {
  return name.replace(/[\s_-]+/g, '').toLowerCase();
}
