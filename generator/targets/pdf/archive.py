"""Makes a file both PDF/A-3a (for archives) and PDF/UA-1 (accessible to everyone).

The engine writes only PDF/A into the metadata. PDF/UA is added here: its number, and the
description that PDF/A requires for a property that it does not know (ISO 19005-3, 6.6.2.3).
"""

from functools import cache

import pydyf  # type: ignore[import-untyped]  # it ships no types

_END_OF_STREAM, _CLEAR_END_OF_STREAM = b"\r\nendstream", b"\r\r\nendstream"
_END = b"</rdf:RDF>"
_PDF_UA_PROPERTIES = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def name_both_standards(metadata: pydyf.Stream) -> None:
    """Add PDF/UA to the metadata; uncompressed, so that archives find it without parsing."""
    metadata.compress = False
    metadata.stream = [part.replace(_END, _PDF_UA_PROPERTIES + _END) for part in metadata.stream]


@cache
def end_streams_clearly() -> None:
    """Make the engine write CR LF after a stream whose last byte is a carriage return.

    With only the line feed that it writes, both bytes read as a single line end, and the stream as
    shorter than its stated length (ISO 19005-3, 6.1.6.1). This happens to 1 stream in 256, also to
    streams that the engine makes at the very end; so the class of the streams is patched.
    """
    original = pydyf.Stream.data.fget

    def with_clear_end(stream: pydyf.Stream) -> bytes:
        content: bytes = original(stream)
        if content.endswith(_END_OF_STREAM):
            return content.removesuffix(_END_OF_STREAM) + _CLEAR_END_OF_STREAM
        return content

    pydyf.Stream.data = property(with_clear_end)
