"""What address books and lists of customers export, and our own workbook."""

from kdc_desktop.domain.people.fields import PersonField, PersonProfile
from kdc_desktop.domain.people.standing import Standing

_HUBSPOT = PersonProfile(
    tool="HubSpot",
    source="lists of contacts of 2020 to 2026 in public repositories",
    known_by=(
        ("Record ID", "First Name", "Last Name", "Email"),
        ("Contact ID", "First Name", "Last Name", "Email"),
        ("First Name", "Last Name", "Email", "Contact owner"),
        ("First Name", "Last Name", "Email", "Lifecycle Stage"),
    ),
    columns={
        PersonField.FIRST_NAME: ("First Name",),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: ("Email", "Work email"),
        PersonField.PHONE: ("Phone Number", "Mobile Phone Number", "Phone"),
        PersonField.ORGANISATION: ("Company Name", "Associated Company", "Company"),
        PersonField.JOB_TITLE: ("Job Title",),
    },
    aside=(
        *(
            "Record ID",
            "Contact ID",
            "Contact owner",
            "Associated*",
            "Create Date",
            "Last*",
            "Lead*",
        ),
        *("Lifecycle Stage", "Marketing*", "Original*", "Country/*", "City", "State/*", "Tags"),
        *("Postal Code", "Website URL", "Website", "Industry", "Company Domain Name", "Became*"),
        *(
            "HubSpot*",
            "Owner*",
            "Number of*",
            "Number*",
            "Salutation",
            "Street Address",
            "Time Zone",
        ),
        *("Persona", "Unsubscribed*", "Email Domain", "Preferred language", "Recent*", "First*"),
    ),
)
_SALESFORCE = PersonProfile(
    tool="Salesforce",
    source="scripts in public repositories that read reports of contacts and of members of a"
    " campaign; the fields of Contact, Lead and CampaignMember in Salesforce's object reference."
    " Each campaign has states of its own: those it begins with are known here",
    known_by=(
        ("First Name", "Last Name", "Account Name", "Email"),
        ("FirstName", "LastName", "AccountId"),
        ("Full Name", "Account Name", "Email"),
        ("Contact ID", "Account Name", "Email"),
        ("First Name", "Last Name", "Company / Account", "Email"),
        ("FirstName", "LastName", "Company", "LeadSource"),
        ("First Name", "Last Name", "Member Status", "Member Type"),
        ("First Name", "Last Name", "Member Status", "Campaign Name"),
        ("First Name", "Last Name", "Member Status", "Member First Associated Date"),
    ),
    columns={
        PersonField.NAME: ("Full Name", "Name"),
        PersonField.FIRST_NAME: ("First Name", "FirstName"),
        PersonField.LAST_NAME: ("Last Name", "LastName"),
        PersonField.EMAIL: ("Email",),
        PersonField.PHONE: ("Mobile", "MobilePhone", "Phone"),
        PersonField.ORGANISATION: ("Account Name", "Account.Name", "Company / Account", "Company"),
        PersonField.DEPARTMENT: ("Department",),
        PersonField.JOB_TITLE: ("Title",),
        PersonField.STATUS: ("Member Status",),
    },
    aside=(
        *("Id", "Salutation", "AccountId", "Account*", "Contact*", "Mailing*", "Other*", "Home*"),
        *("MailingStreet", "MailingCity", "MailingState", "MailingPostalCode", "MailingCountry"),
        *("Campaign*", "Member*", "Responded", "First Responded Date", "Related Record*"),
        *("Lead*", "LeadSource", "IsDeleted", "OwnerId", "CreatedDate", "LastModifiedDate", "Fax"),
        *("Last*", "Created*", "Owner*", "Birthdate", "ReportsToId", "Assistant*", "Rating"),
        *("Street", "City", "State/*", "Zip/*", "Country", "Description", "Industry", "Website"),
    ),
    says={
        "Member Status": {
            "Responded": Standing.COMING,
            "Sent": Standing.UNSURE,
            "Bounced": Standing.UNSURE,
        }
    },
)
_OUTLOOK = PersonProfile(
    tool="Outlook",
    source="contacts of Outlook 2016 and of outlook.live.com in public repositories",
    known_by=(
        ("First Name", "Last Name", "E-mail Address", "Business Phone"),
        ("First Name", "Last Name", "E-mail Address", "E-mail Display Name"),
        ("First Name", "Last Name", "E-mail Address", "Given Yomi", "Surname Yomi"),
    ),
    columns={
        PersonField.FIRST_NAME: ("First Name", "Middle Name"),
        PersonField.LAST_NAME: ("Last Name",),
        PersonField.EMAIL: ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address"),
        PersonField.PHONE: (
            *("Mobile Phone", "Business Phone", "Business Phone 2", "Primary Phone", "Home Phone"),
            *("Home Phone 2", "Other Phone", "Company Main Phone"),
        ),
        PersonField.ORGANISATION: ("Company",),
        PersonField.DEPARTMENT: ("Department",),
        PersonField.JOB_TITLE: ("Job Title",),
        PersonField.NOTES: ("Notes",),
    },
    aside=(
        *("Title", "Suffix", "Nickname", "Given Yomi", "Surname Yomi", "Company Yomi"),
        *("Business*", "Home*", "Other*", "E-mail*", "Car Phone", "Pager", "Callback"),
        *("Radio Phone", "Telex", "TTY/*", "IMAddress", "Office Location", "Manager*"),
        *("Assistant*", "Personal Web Page", "Spouse", "Schools", "Hobby", "Location", "Web Page"),
        *("Birthday", "Anniversary", "ISDN", "Account", "Billing Information", "Categories"),
        *("Children", "Directory Server", "Gender", "Government ID Number", "Initials"),
        *("Internet Free Busy", "Keywords", "Language", "Mileage", "Organizational ID Number"),
        *("PO Box", "Priority", "Private", "Profession", "Referred By", "Sensitivity", "User 1"),
        *("User 2", "User 3", "User 4"),
    ),
)
_MANY = range(1, 6)
_GOOGLE = PersonProfile(
    tool="Google Contacts",
    source="contacts as Google CSV, before 2024 and since, in public repositories",
    known_by=(
        ("First Name", "Last Name", "E-mail 1 - Value"),
        ("Given Name", "Family Name", "E-mail 1 - Value"),
        ("Given Name", "Family Name", "Group Membership"),
        ("First Name", "Last Name", "Organization Name", "Labels"),
        ("Name", "E-mail 1 - Value"),
    ),
    columns={
        PersonField.NAME: ("Name",),
        PersonField.FIRST_NAME: ("First Name", "Given Name", "Middle Name", "Additional Name"),
        PersonField.LAST_NAME: ("Last Name", "Family Name"),
        PersonField.EMAIL: tuple(f"E-mail {n} - Value" for n in _MANY),
        PersonField.PHONE: tuple(f"Phone {n} - Value" for n in _MANY),
        PersonField.ORGANISATION: ("Organization Name", "Organization 1 - Name"),
        PersonField.DEPARTMENT: ("Organization Department", "Organization 1 - Department"),
        PersonField.JOB_TITLE: ("Organization Title", "Organization 1 - Title"),
        PersonField.NOTES: ("Notes",),
    },
    aside=(
        *("Phonetic*", "Name*", "Nickname", "File As", "Birthday", "Photo", "Labels", "Yomi Name"),
        *("Given Name Yomi", "Additional Name Yomi", "Family Name Yomi", "Initials", "Short Name"),
        *(
            "Maiden Name",
            "Gender",
            "Location",
            "Billing Information",
            "Directory Server",
            "Mileage",
        ),
        *("Occupation", "Hobby", "Sensitivity", "Priority", "Subject", "Language"),
        *("Group Membership", "E-mail*", "Phone*", "Organization*", "Address*", "Relation*"),
        *("Website*", "Event*", "Custom Field*", "IM*", "External ID*", "Jot*", "Calendar Link*"),
    ),
)
_VCARD = PersonProfile(
    tool="vCard",
    source="the names of the columns that we give to the properties of a .vcf file",
    known_by=(("FN", "Given name", "Family name", "Email"),),
    columns={
        PersonField.NAME: ("FN",),
        PersonField.FIRST_NAME: ("Given name",),
        PersonField.LAST_NAME: ("Family name",),
        PersonField.EMAIL: ("Email",),
        PersonField.PHONE: ("Phone",),
        PersonField.ORGANISATION: ("Organisation",),
        PersonField.DEPARTMENT: ("Department",),
        PersonField.JOB_TITLE: ("Title",),
        PersonField.NOTES: ("Note",),
    },
    aside=("Categories",),
)
_OURS = PersonProfile(
    tool="KDC Desktop",
    source="the sheet People of our own workbook, services/people/sheets.py",
    known_by=(
        ("Id", "Name", "E-mail", "Organisation id", "Department id"),
        ("Person id", "Name", "E-mail", "Organisation"),
    ),
    columns={
        PersonField.ID: ("Id", "Person id"),
        PersonField.NAME: ("Name",),
        PersonField.EMAIL: ("E-mail",),
        PersonField.PHONE: ("Phone",),
        PersonField.ORGANISATION: ("Organisation",),
        PersonField.DEPARTMENT: ("Department",),
        PersonField.SECTOR: ("Sector",),
        PersonField.JOB_TITLE: ("Job title",),
        PersonField.INTERESTS: ("Interests",),
        PersonField.NOTES: ("Notes",),
        PersonField.CONTACT_CONSENT: ("May be contacted",),
        PersonField.PHOTO_CONSENT: ("May be photographed",),
        PersonField.ROLE: ("Role",),
        PersonField.BADGE: ("Badge code",),
    },
    aside=(
        *("Organisation id", "Department id", "Sessions attended", "In the file since"),
        "Consents",
    ),
)
CONTACTS = (_HUBSPOT, _SALESFORCE, _OUTLOOK, _GOOGLE, _VCARD, _OURS)
