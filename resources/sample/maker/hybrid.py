"""Puts the invoice XML into the PDF as PDF/A-3 wants it: attachment, /AF, XMP with the Factur-X block, output intent.
The same input gives the same bytes every time."""
import hashlib
import io
import struct
import pikepdf
from pikepdf import Array, Dictionary, Name, String

# kind -> attachment name, relationship, XMP namespace, XMP prefix and the name of the level of conformance
KINDS = {
    "pdf-fx": ("factur-x.xml", "/Alternative", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "fx", "EN 16931"),
    "pdf-fx-ext": ("factur-x.xml", "/Alternative", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "fx", "EXTENDED"),
    "pdf-af": ("factur-x.xml", "/Alternative", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "fx", "EN 16931"),
    "pdf-xr": ("xrechnung.xml", "/Alternative", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "fx", "XRECHNUNG"),
    "pdf-zf2": ("zugferd-invoice.xml", "/Alternative", "urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#", "zf", "EN 16931"),
    "pdf-zf1": ("ZUGFeRD-invoice.xml", "/Alternative", "urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#", "zf", "COMFORT"),
}


def srgb_profile():
    """A minimal ICC v2 display profile: sRGB primaries, gamma 2.2."""
    def fixed(*values):
        return b"".join(struct.pack(">i", round(v * 65536)) for v in values)
    def xyz(*values):
        return b"XYZ \0\0\0\0" + fixed(*values)
    label = b"sRGB, gamma 2.2\0"
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(label)) + label + b"\0" * (4 + 4 + 2 + 1 + 67)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    tags = [(b"desc", desc), (b"cprt", b"text\0\0\0\0no copyright\0"), (b"wtpt", xyz(0.9505, 1.0, 1.0891)),
            (b"rXYZ", xyz(0.4361, 0.2225, 0.0139)),
            (b"gXYZ", xyz(0.3851, 0.7169, 0.0971)), (b"bXYZ", xyz(0.1431, 0.0606, 0.7141)),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    table, body, offset = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    header = (struct.pack(">I", offset + len(body)) + b"\0" * 4 + b"\x02\x10\0\0" + b"mntrRGB XYZ "
              + struct.pack(">6H", 2026, 11, 23, 0, 0, 0)
              + b"acsp" + b"\0" * 28 + fixed(0.9642, 1.0, 0.8249) + b"\0" * 48)
    return header + struct.pack(">I", len(tags)) + table + body


def xmp(title, author, when, kind):
    name, _, space, prefix, level = KINDS[kind]
    properties = "".join(f"<rdf:li rdf:parseType='Resource'><pdfaProperty:name>{p}</pdfaProperty:name>"
                         f"<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                         f"<pdfaProperty:category>external</pdfaProperty:category>"
                         f"<pdfaProperty:description>{p}</pdfaProperty:description></rdf:li>"
                         for p in ("DocumentFileName", "DocumentType", "Version", "ConformanceLevel"))
    version = {"pdf-xr": "3.0", "pdf-zf2": "2p0"}.get(kind, "1.0")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{when}T08:00:00+01:00</xmp:CreateDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>{space}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description rdf:about="" xmlns:{prefix}="{space}">
<{prefix}:DocumentType>INVOICE</{prefix}:DocumentType>
<{prefix}:DocumentFileName>{name}</{prefix}:DocumentFileName>
<{prefix}:Version>{version}</{prefix}:Version><{prefix}:ConformanceLevel>{level}</{prefix}:ConformanceLevel></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode("utf-8")


def hybrid(page, xml, invoice, author):
    name, relation = KINDS[invoice.syntax][:2]
    when = invoice.issued.isoformat()
    stamp = String("D:" + invoice.issued.strftime("%Y%m%d") + "080000+01'00'")
    pdf = pikepdf.open(io.BytesIO(page))
    file = pdf.make_stream(xml, Type=Name.EmbeddedFile, Subtype=Name("/text/xml"))
    file.Params = Dictionary(ModDate=stamp, Size=len(xml), CheckSum=String(hashlib.md5(xml).digest()))
    spec = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String(name), UF=String(name),
                                        Desc=String("Rechnungsdaten"), AFRelationship=Name(relation),
                                        EF=Dictionary(F=file, UF=file)))
    root = pdf.Root
    root.AF = Array([spec])
    if invoice.syntax != "pdf-af":     # this one keeps its data in the catalog's /AF array only, as some generators do
        root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(name), spec])))
    icc = pdf.make_stream(srgb_profile(), N=3)
    root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"),
                                           Info=String("sRGB, gamma 2.2"),
                                           DestOutputProfile=icc)])
    root.Metadata = pdf.make_stream(xmp(str(pdf.docinfo.Title), author, when, invoice.syntax), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String("de-DE")
    pdf.docinfo.CreationDate = stamp
    pdf.docinfo.ModDate = stamp
    for key in ("/Producer", "/Keywords", "/Subject", "/Trapped"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    out = io.BytesIO()
    pdf.save(out, static_id=True, min_version="1.7", compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def attached_xml(data):
    """(name, bytes) of the file that the catalog's /AF array names."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spec = pdf.Root.AF[0]
        return str(spec.UF), bytes(spec.EF.F.read_bytes())
