/** How much there is in each document. Those that are there get theirs when they are loaded again, changed. */
export const sql = 'ALTER TABLE documents ADD COLUMN counts jsonb;\n';
