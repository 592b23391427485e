"""What makes one file both PDF/A-3a, kept for decades, and PDF/UA-1, read by everyone.

The engine writes one standard into a file's metadata. The other is added here: its number, and the
description that PDF/A asks of any property it does not know (ISO 19005-3, 6.6.2.3).
"""

from functools import cache

import pydyf  # type: ignore[import-untyped]  # it ships no types

_CLOSED, _CLOSED_CLEARLY = b"\r\nendstream", b"\r\r\nendstream"
_END = b"</rdf:RDF>"
_READABLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
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
    """Metadata stands uncompressed, so that archives find it without reading the file."""
    metadata.compress = False
    metadata.stream = [part.replace(_END, _READABLE + _END) for part in metadata.stream]


@cache
def end_streams_clearly() -> None:
    """Make the engine end a stream that closes with a carriage return by a whole line end.

    With the bare line feed it writes, that byte and the line feed read as one line end, and the
    stream as shorter than it says (ISO 19005-3, 6.1.6.1). It concerns one stream in 256, also those
    that the engine makes last, when nobody else can reach them: hence its class.
    """
    written = pydyf.Stream.data.fget

    def closed(stream: pydyf.Stream) -> bytes:
        content: bytes = written(stream)
        if content.endswith(_CLOSED):
            return content.removesuffix(_CLOSED) + _CLOSED_CLEARLY
        return content

    pydyf.Stream.data = property(closed)
