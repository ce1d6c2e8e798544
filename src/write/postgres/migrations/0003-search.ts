/**
 * Word search: the sentences that a tsquery finds, the most telling first. The words in it are words as our
 * segmentation gives them, in lower case: `search('规划 & 教育')`, `search('国务院 <-> 办公厅', 5)`.
 */
export const sql = `
CREATE FUNCTION search(wanted tsquery, most integer DEFAULT 20)
RETURNS TABLE (document_id text, path text, line integer, sentence text, words text[], rank real)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT hit.document_id, documents.path,
         length(left(documents.text, hit.span_start))
           - length(replace(left(documents.text, hit.span_start), chr(10), '')) + 1,
         substr(documents.text, hit.span_start + 1, hit.span_end - hit.span_start),
         hit.words, hit.rank
  FROM (
    -- 1: a hit in a short sentence says more, by the logarithm of its length.
    SELECT sentences.*, ts_rank(sentences.search, wanted, 1) AS rank, documents.path
    FROM sentences JOIN documents ON documents.id = sentences.document_id
    WHERE sentences.search @@ wanted
    ORDER BY rank DESC, documents.path, sentences.ordinal
    LIMIT most
  ) AS hit
  JOIN documents ON documents.id = hit.document_id
  ORDER BY hit.rank DESC, documents.path, hit.ordinal;
END;
`;
